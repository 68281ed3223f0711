// What a program apart could be made to do by a file that takes it over; see `runApart`.
const makesAProgram = () => String((() => undefined).constructor("return 'made'")());
const writesWithoutEnd = () => {
  while (process.stdout.write("x".repeat(65_536)));
  process.stdout.once("drain", writesWithoutEnd);
};

if (process.argv[2] === "makes a program") process.stdout.write(makesAProgram());
else if (process.argv[2] === "writes without end") writesWithoutEnd();
else process.stdout.write("behaves");

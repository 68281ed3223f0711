/** What the wording beside the box on the comment form (`comments.form.newsHint`) allows; a change of it gets a new version. */
export const commentNewsConsent = { purpose: "news_of_commented", version: "comment-2026-11" } as const;

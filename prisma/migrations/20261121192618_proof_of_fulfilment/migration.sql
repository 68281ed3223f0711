-- As for the proof of an update: a session's own table of that name proves nothing.
ALTER FUNCTION require_proof_of_fulfilment() SET search_path = public, pg_temp;

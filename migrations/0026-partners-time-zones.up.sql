-- Whether this server can reckon with a time zone: images differ in the names they know. No row may hold another one,
-- whoever writes it: a single gym with a bad zone would fail the statements that all of them share.
create function is_time_zone(zone text) returns boolean language plpgsql stable as $$
begin
  perform now() at time zone zone;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;

-- What was stored before and cannot be reckoned with is named by the alert that the next start raises.
create function require_time_zone() returns trigger language plpgsql as $$
begin
  if not is_time_zone(new.time_zone) then
    raise exception 'time zone % is not known here', new.time_zone
      using errcode = 'check_violation', constraint = 'ck_time_zone';
  end if;
  return new;
end $$;
create trigger tr_gyms_time_zone before insert or update of time_zone on gyms
  for each row execute function require_time_zone();
create trigger tr_partners_time_zone before insert or update of time_zone on partners
  for each row execute function require_time_zone();

-- What a gym tells about itself: `GET /v1/studios/information` and the `club` of the Users API.
alter table gyms
  add column description text,
  add column email text,
  add column telephone text,
  add column website text,
  add column logo_url text,
  add column street text,
  add column house_number text,
  add column address_line2 text,
  add column zip text,
  add column city text,
  add column country text,
  add column country_code text,
  add column opening_date date,
  add column closing_date date,
  add column longitude double precision,
  add column latitude double precision,
  add column short_name text,
  add column symbol text,
  add column club_type text,
  add column is_hidden boolean not null default false,
  add column change_no bigint,
  add constraint ck_gyms_location check ((longitude is null) = (latitude is null)
    and longitude between -180 and 180 and latitude between -90 and 90);
-- The Users API's `timestamp`. The default serves replicas of the version before, which do not know the column.
update gyms set change_no = nextval('change_numbers');
alter table gyms
  alter column change_no set default nextval('change_numbers'),
  alter column change_no set not null;

-- Devices whose next unknown card is shown to an administrator, once. There is a row only while one is waited for.
create table control_id_card_learning (
  partner_id uuid not null,
  device_id bigint not null,
  ends_at timestamptz not null,
  sealed_card bytea,
  scanned_at timestamptz,
  constraint pk_control_id_card_learning primary key (partner_id, device_id),
  constraint fk_control_id_card_learning_device foreign key (partner_id, device_id) references control_id_devices (partner_id, device_id)
);
create index ix_control_id_card_learning_ends on control_id_card_learning (ends_at);

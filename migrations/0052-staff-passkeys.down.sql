drop table staff_passkey_challenges;
drop table staff_passkeys;

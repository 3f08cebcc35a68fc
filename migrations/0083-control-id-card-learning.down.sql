drop table control_id_card_learning;

drop table alert_mail_items;
drop table alert_mail_recipients;
drop table alert_mail_settings;

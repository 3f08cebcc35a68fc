drop table report_columns;

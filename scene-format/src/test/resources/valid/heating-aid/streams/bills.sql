-- 每张账单 / every bill
INSERT INTO candidates
SELECT 'person' AS subject_kind, id_number_ref AS subject, CAST(YEAR(paid_on) AS STRING) AS `period`,
       'energy.bill' AS resource, _sequence, _row, _source_time
FROM `energy.bill`

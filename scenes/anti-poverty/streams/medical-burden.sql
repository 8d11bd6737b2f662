-- 任何一项输入变化都让所涉的人或户被重新判断；是否列入由规则决定，流只说“看一看”。
-- 期 '*' 表示该主体已有结论的各期和城市日所在年度。
INSERT INTO candidates
SELECT 'person' AS subject_kind, id_number_ref AS subject, CAST(YEAR(settled_on) AS STRING) AS `period`,
       'health_insurance.settlement' AS resource, _sequence, _row, _source_time
FROM `health_insurance.settlement`
WHERE id_number_ref IS NOT NULL AND settled_on IS NOT NULL
UNION ALL
SELECT 'person', id_number_ref, CAST(`year` + 1 AS STRING),
       'human_resources.wage', _sequence, _row, _source_time
FROM `human_resources.wage`
WHERE id_number_ref IS NOT NULL AND `year` IS NOT NULL
UNION ALL
SELECT 'person', id_number_ref, CAST(`year` + 1 AS STRING),
       'human_resources.pension', _sequence, _row, _source_time
FROM `human_resources.pension`
WHERE id_number_ref IS NOT NULL AND `year` IS NOT NULL
UNION ALL
SELECT 'person', id_number_ref, CAST(`year` + 1 AS STRING),
       'civil_affairs.transfer_income', _sequence, _row, _source_time
FROM `civil_affairs.transfer_income`
WHERE id_number_ref IS NOT NULL AND `year` IS NOT NULL
UNION ALL
SELECT 'household', household_no_ref, '*',
       'public_security.household_member', _sequence, _row, _source_time
FROM `public_security.household_member`
WHERE household_no_ref IS NOT NULL
UNION ALL
SELECT 'person', id_number_ref, '*',
       'public_security.person', _sequence, _row, _source_time
FROM `public_security.person`
WHERE id_number_ref IS NOT NULL

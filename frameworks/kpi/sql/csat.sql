-- title: Customer satisfaction
-- formula: satisfied answers ÷ answers, of tickets and of surveys (4 and 5 of 5 are satisfied)
-- meaning: How many of those who answered are satisfied.
-- unit: share
-- direction: up
-- aggregate: ratio
-- needs: tickets
-- dimensions: market, channel
-- interval: share
-- source: Zendesk (satisfaction score) for tickets, the top two boxes of five for surveys
SELECT
    day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    ticket_id AS item,
    csat AS numerator,
    1 AS denominator
FROM tickets
WHERE csat IS NOT NULL
UNION ALL
SELECT
    day,
    market,
    CAST(NULL AS VARCHAR) AS channel,
    CAST(NULL AS VARCHAR) AS device,
    CAST(NULL AS VARCHAR) AS item,
    CASE WHEN score >= 4 THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM surveys
WHERE kind = 'csat' AND score IS NOT NULL

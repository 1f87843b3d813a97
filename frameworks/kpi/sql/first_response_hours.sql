-- title: Hours to first response
-- formula: median hours from opening to the first answer by a person, over tickets answered
-- meaning: How long a customer waits for an answer. The median: half wait less.
-- unit: hours
-- direction: down
-- aggregate: median
-- needs: tickets
-- dimensions: market, channel
-- source: Zendesk (first reply time), in calendar hours
SELECT
    day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    ticket_id AS item,
    CAST(
        DATE_DIFF('second', DATE_TRUNC('second', opened_at), DATE_TRUNC('second', first_response_at)) AS DOUBLE
    ) / 3600 AS numerator,
    1 AS denominator
FROM tickets
WHERE first_response_at >= opened_at

-- title: Automated e-mail conversion
-- formula: purchases from automated e-mails ÷ automated e-mails delivered
-- meaning: How many automated messages (welcome, cart reminder, win-back) end in a purchase, as the
--    e-mail tool counts them.
-- unit: share
-- direction: up
-- aggregate: ratio
-- needs: spend
-- dimensions: market
-- interval: share
-- source: Klaviyo (placed order rate), over messages delivered
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    campaign AS item,
    CASE WHEN impressions IS NOT NULL THEN conversions END AS numerator,
    CASE WHEN conversions IS NOT NULL THEN impressions END AS denominator
FROM spend
WHERE channel = 'email_automation'

-- title: Social commerce conversion
-- formula: purchases ÷ visits, over visits from social networks, social shops and messaging apps
-- meaning: How many visits from social channels end in a purchase.
-- unit: share
-- direction: up
-- aggregate: ratio
-- needs: sessions
-- interval: share
-- source: Landfall's own; the conversion rate over social channels
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    device,
    CASE WHEN sessions IS NOT NULL THEN transactions END AS numerator,
    CASE WHEN transactions IS NOT NULL THEN sessions END AS denominator
FROM sessions
WHERE channel IN ('organic_social', 'paid_social', 'social_shop', 'messaging')

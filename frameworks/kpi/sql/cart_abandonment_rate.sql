-- title: Cart abandonment
-- formula: (carts − purchases) ÷ carts
-- meaning: How many carts are left behind. Needs an analytics report whose key event is adding to the
--    cart or beginning the checkout, and the team's word that it is.
-- unit: share
-- direction: down
-- aggregate: ratio
-- needs: sessions
-- settings: key_events_are_carts
-- interval: share
-- source: Baymard Institute (cart abandonment rate), on events instead of carts
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    device,
    key_events - transactions AS numerator,
    CASE WHEN transactions IS NOT NULL THEN key_events END AS denominator
FROM sessions
CROSS JOIN costs
WHERE key_events_are_carts = 1

"""What Tidewick Soap, the invented demo shop, says to its buyers: about sixty texts over all surfaces.

Some of them travel badly on purpose (sport, seasons, ounces, a holiday, a joke), so that the lint has something
to show. The shop, its products and its addresses do not exist.
"""

from __future__ import annotations

from frameworks.localization.items import Item

SHOP = "Tidewick Soap"
PROTECTED = (SHOP, "Tidewick")
"""Names that stay as they are in every language."""

_PLURAL_BARS = "{count, plural, one {# bar of soap} other {# bars of soap}}"

# surface, key, source, context, max_width
_TEXTS: tuple[tuple[str, str, str, str, int | None], ...] = (
    ("product", "product.name", "Gift set of four", "name of a product, heading of its page", 40),
    ("product", "product.tagline", "Four bars that smell like a walk by the sea", "line under the product's name", 60),
    ("product", "product.description", "Cold-pressed with olive oil and shea butter, cured for six weeks. Each bar "
     "weighs 4.5 oz and lasts about a month.", "paragraph on the product page; oz is the bar's weight", None),
    ("product", "product.story", "We started at our kitchen table, and frankly the first batch was a swing and a miss. "
     "The second one was a home run.", "paragraph 'our story'", None),
    ("product", "product.price_from", "From {price}", "price label; {price} is a formatted amount", 20),
    ("product", "product.add_to_cart", "Add to cart", "button", 18),
    ("product", "product.in_stock", "In stock, ships within {days} days", "beside the price; {days} is a number", 40),
    ("product", "product.low_stock", "{count, plural, one {Only # left} other {Only # left}}", "beside the price", 24),
    ("product", "product.out_of_stock", "Sold out for now", "in place of the price", 24),
    ("product", "product.scent", "Scent", "label of a choice: lavender, oat and honey", 14),
    ("product", "product.size_guide", "Size guide", "link", 20),
    ("product", "product.reviews", "{count, plural, one {# review} other {# reviews}}", "link under the stars", 20),
    ("product", "product.write_review", "Write a review", "button", 22),
    ("product", "product.free_shipping", "Free shipping on orders over {amount}", "banner; {amount} is a formatted amount",
     50),
    ("product", "product.care", "Store below 77 °F and keep out of direct sunlight.", "care instruction", None),
    ("product", "product.bundle", _PLURAL_BARS, "what is in a set", 30),
    ("product", "product.newsletter", "Get <b>10% off</b> your first order", "heading over the sign-up field; HTML", 40),
    ("checkout", "checkout.title", "Checkout", "heading", 20),
    ("checkout", "checkout.summary", "Order summary", "heading", 26),
    ("checkout", "checkout.items", "{count, plural, one {# item} other {# items}}", "number of things in the cart", 16),
    ("checkout", "checkout.subtotal", "Subtotal", "label before an amount", 18),
    ("checkout", "checkout.shipping", "Shipping", "label before an amount", 18),
    ("checkout", "checkout.tax_included", "Includes {tax} tax", "under the total; {tax} is a formatted amount", 34),
    ("checkout", "checkout.total", "Total", "label before an amount", 14),
    ("checkout", "checkout.first_name", "First name", "label of a field", 20),
    ("checkout", "checkout.last_name", "Last name", "label of a field", 20),
    ("checkout", "checkout.zip", "ZIP code", "label of a field", 16),
    ("checkout", "checkout.promo", "Promo code", "label of a field", 20),
    ("checkout", "checkout.pay", "Pay {amount} now", "button; {amount} is a formatted amount", 24),
    ("checkout", "checkout.terms", "By paying you accept our <a href=\"/terms\">terms</a>.", "under the button; HTML", 70),
    ("checkout", "checkout.card_declined", "Your card was declined. Please try another one.", "error message", 80),
    ("checkout", "checkout.empty", "Your cart is empty. Let's fix that!", "in place of the summary", 50),
    ("email", "email.confirmed_subject", "Your order {order_number} is confirmed", "subject of an e-mail", 60),
    ("email", "email.greeting", "Hi {first_name},", "opening of all e-mails", 40),
    ("email", "email.confirmed_body", "Thank you for your order of {date}. We are packing your soap and will write again "
     "when it is on its way.", "body", None),
    ("email", "email.shipped_subject", "Your soap has set sail", "subject of an e-mail: the parcel was sent", 60),
    ("email", "email.shipped_body", "Your parcel left us today and should arrive by {date}. Follow it at {tracking_url}.",
     "body", None),
    ("email", "email.arrives", "{days, plural, one {Arrives in # day} other {Arrives in # days}}", "under the parcel number",
     34),
    ("email", "email.refund_subject", "We have refunded {amount}", "subject of an e-mail", 60),
    ("email", "email.signature", "Warmly, the {shop} crew", "end of all e-mails; {shop} is the shop's name", 50),
    ("email", "email.unsubscribe", "Unsubscribe", "link", 22),
    ("ad", "ad.search_headline", "Handmade soap gift sets", "headline of a search ad", 30),
    ("ad", "ad.search_text", "Natural bars from a small workshop. Order by 12/15 for Christmas.", "text of a search ad", 90),
    ("ad", "ad.social", "Dirty mind? We can't help. Dirty hands? Soap's on us 😉", "text of a picture ad", 125),
    ("ad", "ad.summer", "Summer is here! Light scents for long June evenings", "text of a picture ad", 125),
    ("ad", "ad.urgent", "Last chance! Don't miss the boat: 24 hours left", "text of a banner", 60),
    ("ad", "ad.button", "Shop now", "button", 15),
    ("faq", "faq.delivery_question", "When will my order arrive?", "question", 80),
    ("faq", "faq.delivery_answer", "Within {min_days} to {max_days} working days. You get a link by e-mail to follow it.",
     "answer", None),
    ("faq", "faq.return_question", "Can I send something back?", "question", 80),
    ("faq", "faq.return_answer", "Yes, within 30 days of delivery, as long as the wrapper is unopened. Write to "
     "help@tidewick.example first.", "answer", None),
    ("faq", "faq.vegan_question", "Is your soap vegan?", "question", 80),
    ("faq", "faq.vegan_answer", "All bars except oat & honey. The ingredients are on every product page.", "answer", None),
    ("faq", "faq.gift_question", "Can you add a note for my mom?", "question about gift notes", 80),
    ("faq", "faq.gift_answer", "Of course, you guys are the sweetest. Write up to %d characters at the checkout.",
     "answer; %d is a number", None),
    ("reply", "reply.thanks", "Thank you for writing, {first_name}. A person reads every message here.", "opening", None),
    ("reply", "reply.where_is_it", "Your parcel {order_number} is with {carrier} and was last seen on {date}.",
     "answer to 'where is my order'", None),
    ("reply", "reply.damaged", "We are sorry that your soap arrived broken. Would you like a new one or your money back?",
     "complaint: something arrived broken", None),
    ("reply", "reply.late", "Your order should have reached you by {date}, and it did not. That is our fault, and we have "
     "refunded the shipping.", "complaint: a late parcel", None),
    ("reply", "reply.closing", "Have a squeaky-clean day!", "end of a friendly reply", None),
    ("legal", "legal.withdrawal", "You may withdraw from this contract within 14 days without giving a reason.",
     "right of withdrawal; let a lawyer check it in every market", None),
    ("legal", "legal.consent", "I agree that {shop} sends me offers by e-mail. I can withdraw at any time.",
     "beside a box that is not ticked", None),
    ("legal", "legal.privacy", "We keep your address for as long as your order needs it and the tax office asks for it.",
     "summary of the privacy notice", None),
)  # fmt: skip


def shop_texts() -> tuple[Item, ...]:
    """Return the texts as items, surface by surface."""
    return tuple(
        Item(key, source, context, surface, max_width, plural=", plural," in source)
        for surface, key, source, context, max_width in _TEXTS
    )

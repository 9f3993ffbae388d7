"""Values that know nothing of aid: money, dates, texts, codes, quantities."""

package com.phonepay.wallet;

import com.phonepay.kernel.Answer;
import java.util.List;

/** At most {@link Entry#KEPT} entries, newest first. */
public record EntriesView(List<Entry> entries) implements Answer {}

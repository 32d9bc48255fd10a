package com.phonepay.protocol;

import java.util.List;

/** What the fraud screen says: a score from 0 to 1 and the rules that contributed, in words a payer may read. */
public record Verdict(double score, boolean blocked, List<String> reasons) {}

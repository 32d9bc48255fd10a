package com.phonepay.nemesis;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is judged, after the faults have ended and the system had time to settle.
 *
 * @param postings in the order of the journal, slice by slice
 * @param balances of the customers, in paise, as the API tells them at the end
 * @param proof what the auditor of the ledger found wrong
 * @param committed the ids of the events that must have left, by topic, as the journal says
 * @param published those that a plain consumer finds
 */
record History(
        List<Told> told,
        List<Posting> postings,
        Map<String, Long> balances,
        List<String> proof,
        Map<String, Set<String>> committed,
        Map<String, Set<String>> published) {}

package com.phonepay.nemesis;

/**
 * One posting to a wallet, as the journal has it.
 *
 * @param kind Captured, Credited, or a local entry such as Recharged
 * @param reference the transaction id, or the id of the local entry
 * @param paise what the wallet gained; negative where it lost
 * @param version which posting of this wallet it says it is
 * @param balance what it says the wallet has afterwards
 */
record Posting(String account, String kind, String reference, long paise, long version, long balance) {}

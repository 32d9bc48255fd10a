package com.phonepay.worker.settlement;

/** What a bank says of an instruction. */
public sealed interface BankAnswer {

    /** It has paid, for good. */
    record Paid(String bankReference) implements BankAnswer {}

    /** It has not paid and never will under this reference. */
    record Refused(String reason) implements BankAnswer {}

    /** It has the instruction and has not decided. */
    record Pending() implements BankAnswer {}

    /** It has never heard of it: tell it again. It may still be on its way, so this is no refusal. */
    record Unheard() implements BankAnswer {}
}

package com.phonepay.jobs.history;

import org.apache.avro.util.Utf8;

/** A payment that succeeded, as far as a refund needs it. */
record Paid(Utf8 transaction, Person payer, Person payee, long paise, long at) {}

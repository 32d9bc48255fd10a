package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.TransactionId;

/** Abort, to the payer's wallet slice: whatever is held under the id becomes available again. Matched by the id alone. */
public record Release(TransactionId id, AccountId payer) implements Message {}

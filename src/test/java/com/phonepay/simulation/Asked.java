package com.phonepay.simulation;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Message;

/** A client that waits for the answer to one question. */
record Asked(Message question, long at) implements Caller {}

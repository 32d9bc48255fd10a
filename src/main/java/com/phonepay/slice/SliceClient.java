package com.phonepay.slice;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The way from outside to a slice, wherever it lives. The stage fails with a {@link java.util.concurrent.TimeoutException}
 * when no answer came in time, which says nothing about whether the message was taken.
 */
public interface SliceClient {
    CompletionStage<Answer> ask(SliceAddress to, Message message, Duration timeout);
}

package com.phonepay.worker.notification;

import com.phonepay.readmodel.Notification;
import java.util.concurrent.CompletionStage;

/** Brings a message to a person, beside the list that the person can read. */
public interface Sender {
    /**
     * Sends one message. It may come twice after a crash: its id tells the receiving system so. A failed stage is tried
     * again.
     */
    CompletionStage<Void> send(Notification notification);
}

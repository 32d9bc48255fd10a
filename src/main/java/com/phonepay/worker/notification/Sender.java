package com.phonepay.worker.notification;

import com.phonepay.readmodel.Notification;
import java.util.concurrent.CompletionStage;

/** Brings a message to a person, beside the list that the person can read. */
public interface Sender {
    /**
     * Sends one message. It may come twice after a crash: its id tells the receiving system so. A failed stage is tried
     * again; a mailbox that does not exist is no failure.
     *
     * @param address an e-mail address, never to be logged in full
     */
    CompletionStage<Void> send(Notification notification, String address);
}

package com.phonepay.events.kafka;

/** A record that is no public event. The message says what is wrong with it, without its content. */
final class MalformedRecordException extends Exception {
    MalformedRecordException(String why) {
        super(why);
    }
}

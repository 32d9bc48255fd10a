package com.phonepay.events;

import java.util.Arrays;
import java.util.Optional;

/** The streams of public events. The names are part of the contract. */
public enum Topic {
    /** A payment or refund moved its money. Key: transaction id. */
    PAYMENT_COMPLETED("payment.completed"),
    /** A payment or refund ended without moving money. Key: transaction id. */
    PAYMENT_FAILED("payment.failed"),
    /** An account was posted to. Key: account id. */
    WALLET_LEDGER("wallet.ledger"),
    /** The fraud screen looked at an attempt. Key: payer's account id. */
    FRAUD_SCREENED("fraud.screened"),
    /** A settlement window of a merchant changed its state. Key: merchant id. */
    SETTLEMENT_BATCHES("settlement.batches"),
    /** Somebody was registered: the public profile. Key: account id. */
    ACCOUNT_PROFILES("account.profiles");

    private final String label;

    Topic(String label) {
        this.label = label;
    }

    /** The topic's name in Kafka. */
    public String label() {
        return label;
    }

    /** The event type in the envelope; the number rises when a shape changes incompatibly. */
    public String type() {
        return "com.phonepay." + label + ".v1";
    }

    public static Optional<Topic> of(String label) {
        return Arrays.stream(values())
                .filter(topic -> topic.label.equals(label))
                .findFirst();
    }
}

package com.phonepay.readmodel;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.PaymentEnded;
import com.phonepay.kernel.AccountId;
import java.util.List;
import java.util.Map;

/** What is said to whom about an outcome. The same event always makes the same messages under the same ids. */
public final class Notices {
    private static final Map<String, String> REASONS = Map.of(
            "insufficient_balance", "there was not enough money in the wallet",
            "payee_cannot_receive", "the receiver can not be paid at present",
            "payee_not_found", "the receiver was not found",
            "fraud_unavailable", "it could not be checked in time",
            "payee_unavailable", "the receiver could not be reached in time");

    private Notices() {}

    /** The messages of one event: to the payer always, to the payee where money came. */
    public static List<Notification> of(CommittedEvent event) {
        if (!(event.payload() instanceof PaymentEnded ended)) {
            return List.of();
        }
        Notification toPayer = toPayer(event, ended);
        return ended.status() == PaymentEnded.Status.SUCCESS
                ? List.of(toPayer, toPayee(event, ended))
                : List.of(toPayer, toPayeeInVain(event, ended));
    }

    private static Notification toPayer(CommittedEvent event, PaymentEnded ended) {
        String rupees = "₹" + ended.amount().toRupees();
        boolean refund = ended.kind() == PaymentEnded.Kind.REFUND;
        String what = refund ? "refund" : "payment";
        String sentence = "Your " + what + " of " + rupees + " to " + ended.payeeId();
        return switch (ended.status()) {
            case SUCCESS ->
                message(
                        event,
                        ended,
                        true,
                        refund ? "REFUND_SENT" : "PAYMENT_SENT",
                        (refund ? "Refunded " : "Paid ") + rupees,
                        sentence + " was made. UTR " + ended.utr() + ".");
            case FAILED ->
                message(
                        event,
                        ended,
                        true,
                        refund ? "REFUND_FAILED" : "PAYMENT_FAILED",
                        refund ? "Refund failed" : "Payment failed",
                        sentence + " failed" + because(ended) + ". No money has moved.");
            case BLOCKED ->
                message(
                        event,
                        ended,
                        true,
                        refund ? "REFUND_FAILED" : "PAYMENT_BLOCKED",
                        refund ? "Refund failed" : "Payment blocked",
                        sentence + " was stopped by the fraud screen. No money has moved.");
        };
    }

    private static Notification toPayee(CommittedEvent event, PaymentEnded ended) {
        String rupees = "₹" + ended.amount().toRupees();
        boolean refund = ended.kind() == PaymentEnded.Kind.REFUND;
        return message(
                event,
                ended,
                false,
                refund ? "REFUND_RECEIVED" : "PAYMENT_RECEIVED",
                "Received " + rupees,
                ended.payerId() + (refund ? " refunded you " : " paid you ") + rupees + note(ended) + ". UTR "
                        + ended.utr() + ".");
    }

    /** The payee learns that nothing will come, and not why: that is the payer's business. */
    private static Notification toPayeeInVain(CommittedEvent event, PaymentEnded ended) {
        boolean refund = ended.kind() == PaymentEnded.Kind.REFUND;
        String what = refund ? "A refund" : "A payment";
        return message(
                event,
                ended,
                false,
                refund ? "REFUND_NOT_RECEIVED" : "PAYMENT_NOT_RECEIVED",
                what + " to you did not go through",
                what + " of ₹" + ended.amount().toRupees() + " from " + ended.payerId()
                        + " did not go through. No money has moved.");
    }

    private static String because(PaymentEnded ended) {
        String reason = ended.reason() == null ? null : REASONS.get(ended.reason());
        return reason == null ? "" : ": " + reason;
    }

    private static String note(PaymentEnded ended) {
        return ended.note().isEmpty() ? "" : " (" + ended.note() + ")";
    }

    private static Notification message(
            CommittedEvent event, PaymentEnded ended, boolean toPayer, String kind, String title, String message) {
        String user = toPayer ? ended.payerId() : ended.payeeId();
        return new Notification(
                event.id() + ":" + user,
                Projection.origin(event.id()),
                new AccountId(user),
                kind,
                title,
                message,
                ended.transactionId(),
                ended.amount(),
                toPayer ? ended.payeeId() : ended.payerId(),
                ended.completedAt());
    }
}

package com.phonepay.edge.http;

import akka.actor.ClassicActorSystemProvider;
import akka.http.javadsl.model.HttpMessage;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.causal.Causality;
import com.phonepay.causal.Causality.HttpIds;
import com.phonepay.causal.Step.Event;

/**
 * The two ends of a request between a gateway and a node, in the causal log. The Lamport time travels in a header of its
 * own. What the request was about is known from the answer, which names the transaction; one that names none is not noted.
 */
public final class HttpSteps {
    /** The transaction that an answer is about. */
    public static final String TRANSACTION = "Transaction-Id";

    /** The sender's Lamport time, between gateway and node only. */
    public static final String LAMPORT = "X-PhonePay-Lamport";

    private static final String GATEWAY = "gateway";
    private static final String API = "api";
    private static final String FORWARD = "FORWARD";
    private static final String ANSWER = "ANSWER";

    private final Causality causality;

    public HttpSteps(ClassicActorSystemProvider system) {
        this.causality = Causality.get(system);
    }

    /** The number of a step that is about to happen at this node. */
    public long tick() {
        return causality.isEnabled() ? causality.clock().tick() : 0;
    }

    /** The request or answer with the time at which it leaves. */
    public static HttpRequest stamped(HttpRequest request, long lamport) {
        return lamport == 0 ? request : request.addHeader(RawHeader.create(LAMPORT, Long.toString(lamport)));
    }

    /** A request was passed on to a node, at that time; said when it is known what it was about. */
    public void forwarded(long lamport, String node, String transaction, String requestId) {
        causality.http(lamport, GATEWAY, FORWARD, Event.SENT, API, new HttpIds(transaction, requestId), node);
    }

    /** A node has answered the gateway: the transaction of the answer, or an empty text. */
    public String answered(HttpResponse answer, String node, String requestId) {
        hear(answer);
        String transaction = transaction(answer);
        if (!transaction.isEmpty()) {
            long lamport = causality.clock().tick();
            causality.http(lamport, GATEWAY, ANSWER, Event.RECEIVED, API, new HttpIds(transaction, requestId), node);
        }
        return transaction;
    }

    /** The time at which a node got the request. */
    long arrived(HttpRequest request) {
        if (!causality.isEnabled()) {
            return 0;
        }
        hear(request);
        return causality.clock().tick();
    }

    /** The answer as it leaves the node; noted where it names a transaction and came through a gateway. */
    HttpResponse leaves(HttpResponse answer, HttpRequest request, long arrived, String requestId) {
        String transaction = arrived == 0 || request.getHeader(LAMPORT).isEmpty() ? "" : transaction(answer);
        if (transaction.isEmpty()) {
            return answer;
        }
        HttpIds ids = new HttpIds(transaction, requestId);
        String node = causality.node();
        causality.http(arrived, API, FORWARD, Event.RECEIVED, GATEWAY, ids, node);
        long lamport = causality.clock().tick();
        causality.http(lamport, API, ANSWER, Event.SENT, GATEWAY, ids, node);
        return answer.addHeader(RawHeader.create(LAMPORT, Long.toString(lamport)));
    }

    private static String transaction(HttpResponse answer) {
        return answer.getHeader(TRANSACTION).map(header -> header.value()).orElse("");
    }

    /** Whoever reaches a node directly can write this header, so it is believed within bounds only. */
    private void hear(HttpMessage message) {
        message.getHeader(LAMPORT)
                .map(header -> header.value())
                .filter(value -> value.matches("[0-9]{1,18}"))
                .ifPresent(value -> causality.clock().heardFromAnybody(Long.parseLong(value)));
    }
}

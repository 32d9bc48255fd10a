package com.phonepay.slice.akka;

import akka.actor.ActorRef;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.wire.Delivery;
import com.phonepay.slice.wire.DeliveryFormat;
import com.phonepay.slice.wire.PackedDelivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Carries what one release sends: everything for one slice together, in messages of bounded size. */
public final class Postman {
    /** Envelopes in one message inside a node, where no bytes are made and so none can be counted. */
    private static final int LOCAL_ENVELOPES_MAX = 500;

    private final DeliveryFormat format;
    private final Function<SliceType, ActorRef> regions;
    private final Predicate<SliceAddress> here;

    /**
     * @param regions the way to the slices of a type
     * @param here whether a slice most likely lives on this node: then nothing is encoded. A wrong guess costs a few
     *     microseconds or a larger message, never correctness.
     */
    public Postman(DeliveryFormat format, Function<SliceType, ActorRef> regions, Predicate<SliceAddress> here) {
        this.format = format;
        this.regions = regions;
        this.here = here;
    }

    void send(List<Envelope> envelopes) {
        Map<SliceAddress, List<Envelope>> bySlice = new LinkedHashMap<>();
        for (Envelope envelope : envelopes) {
            bySlice.computeIfAbsent(envelope.to(), to -> new ArrayList<>()).add(envelope);
        }
        bySlice.forEach(this::sendTo);
    }

    private void sendTo(SliceAddress to, List<Envelope> envelopes) {
        ActorRef region = regions.apply(to.type());
        if (here.test(to)) {
            for (int from = 0; from < envelopes.size(); from += LOCAL_ENVELOPES_MAX) {
                int until = Math.min(envelopes.size(), from + LOCAL_ENVELOPES_MAX);
                region.tell(new Delivery(to, envelopes.subList(from, until)), ActorRef.noSender());
            }
        } else {
            for (PackedDelivery packed : format.pack(to, envelopes)) {
                region.tell(packed, ActorRef.noSender());
            }
        }
    }
}

package com.phonepay.slice.wire;

import akka.actor.ExtendedActorSystem;
import akka.serialization.SerializerWithStringManifest;
import com.phonepay.causal.Causality;
import com.phonepay.kernel.Answer;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Row;
import java.io.NotSerializableException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Gives Akka the bytes of everything that slices write or send. */
public final class SliceSerializer extends SerializerWithStringManifest {
    private static final String ROW = "R";
    private static final String DELIVERY = "D";
    private static final String REQUEST = "Q";
    private static final String ANSWER = "A";
    private static final String WAKE = "W";
    // The same with the Lamport time of its sender in front. A node that does not know these drops what it gets.
    private static final String STAMPED_DELIVERY = "D2";
    private static final String STAMPED_REQUEST = "Q2";
    private static final String STAMPED_ANSWER = "A2";

    private final WireFormat format;
    private final RowFormat rows;
    private final DeliveryFormat deliveries;
    private final Stamps stamps;
    private final boolean stamped;

    public SliceSerializer(ExtendedActorSystem system) {
        format = Wire.get(system).format();
        rows = Wire.get(system).rows();
        deliveries = Wire.get(system).deliveries();
        stamps = new Stamps(Causality.get(system).clock());
        stamped = Causality.get(system).isEnabled();
    }

    @Override
    public int identifier() {
        return 517_001;
    }

    @Override
    public String manifest(Object object) {
        if (object instanceof Row) {
            return ROW;
        } else if (object instanceof Delivery || object instanceof PackedDelivery) {
            return stamped ? STAMPED_DELIVERY : DELIVERY;
        } else if (object instanceof Request) {
            return stamped ? STAMPED_REQUEST : REQUEST;
        } else if (object instanceof Wake) {
            return WAKE;
        } else if (object instanceof Answer) {
            return stamped ? STAMPED_ANSWER : ANSWER;
        }
        throw new IllegalArgumentException("Not for the wire: " + object.getClass());
    }

    /** Called when a message leaves for another node, so its time is later than all that led to it. */
    @Override
    public byte[] toBinary(Object object) {
        if (object instanceof Row row) {
            return rows.encode(row);
        } else if (object instanceof Wake wake) {
            return wake.to().toString().getBytes(StandardCharsets.UTF_8);
        }
        byte[] plain = plain(object);
        return stamped ? stamps.add(plain) : plain;
    }

    private byte[] plain(Object object) {
        if (object instanceof PackedDelivery packed) {
            return packed.bytes();
        } else if (object instanceof Delivery delivery) {
            return deliveries.encode(delivery.to(), delivery.envelopes());
        } else if (object instanceof Request request) {
            return deliveries.encode(request.to(), List.of(request.envelope()));
        }
        return format.encode(object);
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
        return switch (manifest) {
            case ROW -> rows.decode(bytes);
            case DELIVERY -> delivery(bytes);
            case REQUEST -> new Request(deliveries.decode(bytes).get(0));
            case ANSWER -> format.decode(bytes);
            case STAMPED_DELIVERY -> delivery(stamps.take(bytes));
            case STAMPED_REQUEST ->
                new Request(deliveries.decode(stamps.take(bytes)).get(0));
            case STAMPED_ANSWER -> format.decode(stamps.take(bytes));
            case WAKE -> new Wake(Values.slice(new String(bytes, StandardCharsets.UTF_8)));
            default -> throw new NotSerializableException("Unknown manifest: " + manifest);
        };
    }

    private Delivery delivery(byte[] bytes) {
        List<Envelope> envelopes = deliveries.decode(bytes);
        return new Delivery(envelopes.get(0).to(), envelopes);
    }
}

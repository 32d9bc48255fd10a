package com.phonepay.slice.wire;

import akka.actor.ExtendedActorSystem;
import akka.serialization.SerializerWithStringManifest;
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

    private final WireFormat format;
    private final RowFormat rows;
    private final DeliveryFormat deliveries;

    public SliceSerializer(ExtendedActorSystem system) {
        format = Wire.get(system).format();
        rows = Wire.get(system).rows();
        deliveries = Wire.get(system).deliveries();
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
            return DELIVERY;
        } else if (object instanceof Request) {
            return REQUEST;
        } else if (object instanceof Wake) {
            return WAKE;
        } else if (object instanceof Answer) {
            return ANSWER;
        }
        throw new IllegalArgumentException("Not for the wire: " + object.getClass());
    }

    @Override
    public byte[] toBinary(Object object) {
        if (object instanceof Row row) {
            return rows.encode(row);
        } else if (object instanceof PackedDelivery packed) {
            return packed.bytes();
        } else if (object instanceof Delivery delivery) {
            return deliveries.encode(delivery.to(), delivery.envelopes());
        } else if (object instanceof Request request) {
            return deliveries.encode(request.to(), List.of(request.envelope()));
        } else if (object instanceof Wake wake) {
            return wake.to().toString().getBytes(StandardCharsets.UTF_8);
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
            case WAKE -> new Wake(Values.slice(new String(bytes, StandardCharsets.UTF_8)));
            default -> throw new NotSerializableException("Unknown manifest: " + manifest);
        };
    }

    private Delivery delivery(byte[] bytes) {
        List<Envelope> envelopes = deliveries.decode(bytes);
        return new Delivery(envelopes.get(0).to(), envelopes);
    }
}

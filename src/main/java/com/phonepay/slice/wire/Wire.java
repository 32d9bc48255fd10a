package com.phonepay.slice.wire;

import akka.actor.AbstractExtensionId;
import akka.actor.ClassicActorSystemProvider;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;

/** The formats of one actor system. */
public final class Wire implements Extension {
    private static final Id ID = new Id();

    private final WireFormat format;
    private final RowFormat rows;
    private final DeliveryFormat deliveries;

    private Wire(NameTable table) {
        format = new WireFormat(table);
        rows = new RowFormat(format);
        deliveries = new DeliveryFormat(format);
    }

    public static Wire get(ClassicActorSystemProvider system) {
        return ID.get(system.classicSystem());
    }

    public WireFormat format() {
        return format;
    }

    public RowFormat rows() {
        return rows;
    }

    public DeliveryFormat deliveries() {
        return deliveries;
    }

    private static final class Id extends AbstractExtensionId<Wire> {
        @Override
        public Wire createExtension(ExtendedActorSystem system) {
            return new Wire(NameTable.of(WireSettings.of(system).rooms()));
        }
    }
}

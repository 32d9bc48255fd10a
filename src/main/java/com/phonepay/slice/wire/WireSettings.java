package com.phonepay.slice.wire;

import akka.actor.ExtendedActorSystem;
import java.util.ArrayList;
import java.util.List;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/** The rooms whose names this node knows: the classes that {@code phonepay.wire.names} lists. */
record WireSettings(List<WireNames> rooms) {
    static WireSettings of(ExtendedActorSystem system) {
        List<WireNames> rooms = new ArrayList<>();
        for (String name : system.settings().config().getStringList("phonepay.wire.names")) {
            rooms.add(room(system, name));
        }
        return new WireSettings(rooms);
    }

    private static WireNames room(ExtendedActorSystem system, String className) {
        return system.dynamicAccess()
                .createInstanceFor(
                        className,
                        CollectionConverters.asScala(List.<Tuple2<Class<?>, Object>>of())
                                .toSeq(),
                        ClassTag.<WireNames>apply(WireNames.class))
                .get();
    }
}

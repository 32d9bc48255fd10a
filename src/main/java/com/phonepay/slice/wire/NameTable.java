package com.phonepay.slice.wire;

import com.phonepay.kernel.Invariant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one table of names: which class is meant by which name, and the other way round. */
public final class NameTable {
    private final Map<String, Class<?>> byName;
    private final Map<Class<?>, String> byClass;

    private NameTable(Map<String, Class<?>> byName, Map<Class<?>, String> byClass) {
        this.byName = Map.copyOf(byName);
        this.byClass = Map.copyOf(byClass);
    }

    /** The table of these rooms, and of the kernel. */
    public static NameTable of(Iterable<WireNames> rooms) {
        Builder builder = new Builder();
        new KernelNames().addTo(builder);
        rooms.forEach(room -> room.addTo(builder));
        return new NameTable(builder.byName, builder.byClass);
    }

    public Set<Map.Entry<String, Class<?>>> entries() {
        return byName.entrySet();
    }

    public boolean contains(Class<?> type) {
        return byClass.containsKey(type);
    }

    /** Collects names; refuses a name or a class that is there already. */
    public static final class Builder {
        private final Map<String, Class<?>> byName = new HashMap<>();
        private final Map<Class<?>, String> byClass = new HashMap<>();

        public Builder add(String name, Class<?> type) {
            @Nullable Class<?> sameName = byName.put(name, type);
            Invariant.check(sameName == null, "the wire name " + name + " is free");
            @Nullable String sameType = byClass.put(type, name);
            Invariant.check(sameType == null, type + " has no wire name yet");
            return this;
        }
    }
}

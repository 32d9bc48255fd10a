package com.phonepay.slice.wire;

import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Superseded;
import com.phonepay.kernel.Tick;

final class KernelNames implements WireNames {
    @Override
    public void addTo(NameTable.Builder table) {
        table.add("rejection", Rejection.class)
                .add("superseded", Superseded.class)
                .add("tick", Tick.class);
    }
}

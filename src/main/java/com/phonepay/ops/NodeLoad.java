package com.phonepay.ops;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How busy a node's process is.
 *
 * @param cpu share of all processors, 0 to 1
 */
record NodeLoad(double cpu, long heapUsedMb, long heapMaxMb, long uptimeSeconds) {
    private static final long MB = 1_000_000;

    static NodeLoad now() {
        Runtime runtime = Runtime.getRuntime();
        double cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuLoad();
        return new NodeLoad(
                Math.max(0, Math.round(cpu * 1000) / 1000.0),
                (runtime.totalMemory() - runtime.freeMemory()) / MB,
                runtime.maxMemory() / MB,
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
    }
}

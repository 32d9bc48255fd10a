package com.phonepay.jobs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.ThreadLocalRandom;

/** The four files of settings for a cluster on one machine, with ports that are free. */
record ClusterConfiguration(Path folder, URI nameNodeState, URI clusterMetrics) {
    /** For servers that tell the others where they listen. */
    private static final String ANY_PORT = "127.0.0.1:0";

    private static final PrimitiveIterator.OfInt FREE_PORTS = ThreadLocalRandom.current()
            .ints(20_000, 32_768)
            .distinct()
            .filter(ClusterConfiguration::isFree)
            .iterator();

    static ClusterConfiguration write(Path folder, Path libraries) throws IOException {
        Path settings = Files.createDirectories(folder.resolve("conf"));
        String nameNodeHttp = address();
        String resourceManagerHttp = address();
        write(settings, "core", Map.of("fs.defaultFS", "hdfs://" + address(), "hadoop.tmp.dir", folder + "/tmp"));
        write(settings, "hdfs", hdfs(nameNodeHttp));
        write(settings, "yarn", yarn(folder, libraries, resourceManagerHttp));
        write(settings, "mapred", mapred(libraries));
        Files.copy(Path.of("..", "docker", "hadoop", "conf", "log4j.properties"), settings.resolve("log4j.properties"));
        return new ClusterConfiguration(
                settings,
                URI.create("http://" + nameNodeHttp + "/jmx?qry=Hadoop:service=NameNode,name=FSNamesystemState"),
                URI.create("http://" + resourceManagerHttp + "/ws/v1/cluster/metrics"));
    }

    private static Map<String, String> hdfs(String nameNodeHttp) {
        return Map.of(
                "dfs.replication",
                "1",
                "dfs.namenode.http-address",
                nameNodeHttp,
                "dfs.datanode.address",
                ANY_PORT,
                "dfs.datanode.http.address",
                ANY_PORT,
                "dfs.datanode.ipc.address",
                ANY_PORT,
                "dfs.datanode.hostname",
                "127.0.0.1",
                "dfs.namenode.datanode.registration.ip-hostname-check",
                "false");
    }

    private static Map<String, String> yarn(Path folder, Path libraries, String resourceManagerHttp) {
        Map<String, String> yarn = new LinkedHashMap<>();
        yarn.put("yarn.resourcemanager.hostname", "127.0.0.1");
        yarn.put("yarn.resourcemanager.bind-host", "127.0.0.1");
        yarn.put("yarn.resourcemanager.address", address());
        yarn.put("yarn.resourcemanager.scheduler.address", address());
        yarn.put("yarn.resourcemanager.resource-tracker.address", address());
        yarn.put("yarn.resourcemanager.admin.address", address());
        yarn.put("yarn.resourcemanager.webapp.address", resourceManagerHttp);
        yarn.put("yarn.nodemanager.hostname", "127.0.0.1");
        yarn.put("yarn.nodemanager.bind-host", "127.0.0.1");
        yarn.put("yarn.nodemanager.address", ANY_PORT);
        yarn.put("yarn.nodemanager.localizer.address", ANY_PORT);
        yarn.put("yarn.nodemanager.collector-service.address", address());
        yarn.put("yarn.nodemanager.webapp.address", ANY_PORT);
        yarn.put("yarn.nodemanager.aux-services", "mapreduce_shuffle");
        yarn.put("yarn.nodemanager.resource.memory-mb", "4096");
        yarn.put("yarn.nodemanager.resource.cpu-vcores", "4");
        yarn.put("yarn.nodemanager.vmem-check-enabled", "false");
        yarn.put("yarn.nodemanager.disk-health-checker.enable", "false");
        yarn.put("yarn.nodemanager.log-dirs", folder + "/logs");
        yarn.put("yarn.scheduler.minimum-allocation-mb", "256");
        yarn.put("yarn.application.classpath", folder + "/conf," + libraries + "/*");
        return yarn;
    }

    private static Map<String, String> mapred(Path libraries) {
        Map<String, String> mapred = new LinkedHashMap<>();
        mapred.put("mapreduce.framework.name", "yarn");
        mapred.put("mapreduce.shuffle.port", "0");
        mapred.put("yarn.app.mapreduce.am.resource.mb", "640");
        mapred.put("yarn.app.mapreduce.am.command-opts", "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        for (String task : new String[] {"map", "reduce"}) {
            mapred.put("mapreduce." + task + ".memory.mb", "512");
            mapred.put("mapreduce." + task + ".java.opts", "-Xmx384m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        }
        // What has one reducer runs inside its own master: starting containers takes longer than the work.
        mapred.put("mapreduce.job.ubertask.enable", "true");
        mapred.put("mapreduce.job.ubertask.maxbytes", "1073741824");
        mapred.put("mapreduce.application.classpath", libraries + "/*");
        return mapred;
    }

    /**
     * A new one each time, below the ports that the kernel gives to outgoing connections: the daemons make many while
     * they start, and one of those could take the place of a server that does not listen yet.
     */
    private static String address() {
        return "127.0.0.1:" + FREE_PORTS.next();
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void write(Path folder, String name, Map<String, String> settings) throws IOException {
        StringBuilder xml = new StringBuilder("<configuration>\n");
        settings.forEach((key, value) -> xml.append("  <property><name>")
                .append(key)
                .append("</name><value>")
                .append(value)
                .append("</value></property>\n"));
        Files.writeString(folder.resolve(name + "-site.xml"), xml.append("</configuration>\n"));
    }
}

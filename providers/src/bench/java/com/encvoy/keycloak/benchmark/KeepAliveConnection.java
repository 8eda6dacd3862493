package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection that is kept alive, for one virtual user. On a machine with two cores, an HTTP library would take more
 * time than the server and hide the differences under measurement.
 */
final class KeepAliveConnection implements Sender, AutoCloseable {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int LIMIT = 30_000;

    private final URI server;
    private final InetAddress source;
    private Socket socket;
    private OutputStream output;
    private InputStream input;
    private byte[] buffer = new byte[65_536];
    private int filled;
    private int endOfHeaders;

    KeepAliveConnection(URI server) throws IOException {
        this(server, null);
    }

    /** @param source address of this machine from which it connects; null for any */
    KeepAliveConnection(URI server, InetAddress source) throws IOException {
        this.server = server;
        this.source = source;
        connect();
    }

    static KeepAliveConnection to(URI server) {
        try {
            return new KeepAliveConnection(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect() throws IOException {
        SocketFactory factory =
                server.getScheme().equals("https") ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
        socket = factory.createSocket(server.getHost(), server.getPort(), source, 0);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT);
        output = socket.getOutputStream();
        input = socket.getInputStream();
    }

    /** @return the status of the answer, whose body has been read */
    int send(byte[] request) throws IOException {
        output.write(request);
        filled = 0;
        int end = -1;
        while (end < 0) {
            fill();
            end = endOfHeaders();
        }
        endOfHeaders = end;
        int answer = end + contentLength(end);
        while (filled < answer) {
            fill();
        }
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    }

    /** Sends a request, on a new connection if the server has closed this one meanwhile. */
    @Override
    public Answer ask(byte[] request) {
        try {
            try {
                return askOnce(request);
            } catch (IOException e) {
                close();
                connect();
                return askOnce(request);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request on the connection that there is. */
    Answer askOnce(byte[] request) throws IOException {
        int status = send(request);
        return new Answer(
                status,
                new String(buffer, 0, endOfHeaders, StandardCharsets.ISO_8859_1),
                new String(buffer, endOfHeaders, filled - endOfHeaders, StandardCharsets.UTF_8));
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = input.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new IOException("The server closed the connection");
        }
        filled += read;
    }

    private int endOfHeaders() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int contentLength(int end) {
        for (int i = 0; i < end - LENGTH.length; i++) {
            if (buffer[i] == '\n' && isLengthAt(i + 1)) {
                int length = 0;
                for (int j = i + 1 + LENGTH.length; buffer[j] != '\r'; j++) {
                    length = buffer[j] == ' ' ? length : length * 10 + buffer[j] - '0';
                }
                return length;
            }
        }
        return 0;
    }

    private boolean isLengthAt(int start) {
        for (int i = 0; i < LENGTH.length; i++) {
            // Setting this bit makes a letter small and leaves '-' and ':' as they are.
            if ((buffer[start + i] | 0x20) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    /** @param headers whole lines, or nothing */
    static byte[] request(String method, URI address, String headers, String body) {
        String target = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        return (method + " " + target + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers
                        + (body.isEmpty()
                                ? ""
                                : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                                        + "\r\n")
                        + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

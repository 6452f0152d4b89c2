/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.SdkFehler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request whose parameters are the fields of its form, however it is encoded. The parts of a multipart form are read in
 * their order; a file is handed on while it arrives, and never kept. Whoever asks for a parameter before that, as an error
 * page does, has the rest read without its files. Not thread-safe.
 */
final class Formularanfrage extends HttpServletRequestWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(Formularanfrage.class);
    static final int MAX_TEXT = 4 << 20;

    private final Map<String, List<String>> felder = new LinkedHashMap<>();
    private @Nullable Mehrteilleser leser;
    private boolean fertig;
    private boolean dateienVerworfen;
    private long text;

    /** Takes a file; its bytes come from the network and are gone after the call. */
    interface Dateiempfaenger {
        void nimm(String feld, String dateiname, String typ, InputStream inhalt) throws IOException;
    }

    Formularanfrage(HttpServletRequest http) {
        super(http);
    }

    boolean istMehrteilig() {
        String typ = getContentType();
        return getMethod().equals("POST")
                && typ != null
                && typ.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Whether a file came that nobody took. */
    boolean sindDateienVerworfen() {
        return dateienVerworfen;
    }

    /**
     * Reads all fields, and hands on the files.
     *
     * @param hoechstens bytes of the body
     */
    void lies(long hoechstens, Dateiempfaenger dateien) throws IOException {
        if (!istMehrteilig()) {
            super.getParameterMap();
            return;
        }
        if (leser == null) {
            leser = new Mehrteilleser(strom(), getContentType(), hoechstens);
            if (leser.istLeer()) {
                fertig = true;
                liesGelesene(dateien);
                return;
            }
        }
        for (Optional<Mehrteilleser.Teil> t = leser.naechster(); t.isPresent(); t = leser.naechster()) {
            Mehrteilleser.Teil teil = t.get();
            if (teil.dateiname() == null) {
                setze(teil.name(), text(teil));
            } else if (!teil.dateiname().isEmpty()) {
                uebergib(dateien, teil.name(), teil.dateiname(), teil.typ(), teil.inhalt());
            }
        }
        fertig = true;
    }

    private void uebergib(Dateiempfaenger dateien, String feld, String dateiname, String typ, InputStream inhalt)
            throws IOException {
        dateienVerworfen = true; // unless it is taken
        dateien.nimm(feld, dateiname, typ, inhalt);
        dateienVerworfen = false;
    }

    private InputStream strom() throws IOException {
        try {
            return getInputStream();
        } catch (IllegalStateException e) { // a filter took the reader
            return InputStream.nullInputStream();
        }
    }

    private String text(Mehrteilleser.Teil teil) throws IOException {
        byte[] bytes = teil.inhalt().readNBytes((int) Math.max(0, MAX_TEXT - text) + 1);
        text += bytes.length + teil.name().length();
        if (text > MAX_TEXT) {
            throw new Abbruch(413, SdkFehler.ZU_GROSS, "web.gross");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What a filter of the host, or the container for it, has parsed already. */
    private void liesGelesene(Dateiempfaenger dateien) throws IOException {
        try {
            super.getParameterMap().forEach((name, werte) -> felder.put(name, new ArrayList<>(List.of(werte))));
            for (Part teil : super.getParts()) {
                String dateiname = teil.getSubmittedFileName();
                if (dateiname != null && !dateiname.isEmpty()) {
                    String typ = teil.getContentType();
                    try (InputStream inhalt = teil.getInputStream()) {
                        uebergib(dateien, teil.getName(), dateiname, typ == null ? "" : typ, inhalt);
                    }
                }
            }
        } catch (ServletException | IllegalStateException e) {
            throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        }
    }

    /** A field that has come already, without reading on. */
    @Nullable
    String bisher(String name) {
        if (!istMehrteilig()) {
            return super.getParameter(name);
        }
        List<String> werte = felder.get(name);
        return werte == null ? null : werte.get(0);
    }

    /** Adds a field as if the browser had sent it. */
    void setze(String name, String wert) {
        felder.computeIfAbsent(name, n -> new ArrayList<>()).add(wert);
    }

    private Map<String, List<String>> felder() {
        if (!fertig) {
            fertig = true; // also when it fails: there is nothing more to be had
            try {
                boolean vorher = dateienVerworfen;
                boolean[] neue = {false};
                lies(Verteiler.MAX_ANFRAGE, (feld, name, typ, inhalt) -> neue[0] = true);
                dateienVerworfen = vorher || neue[0];
            } catch (IOException | Abbruch e) {
                LOG.debug(
                        "Der Rest eines Formulars ist nicht lesbar: {}",
                        e.getClass().getName());
            }
        }
        return felder;
    }

    @Override
    public @Nullable String getParameter(String name) {
        if (!istMehrteilig()) {
            return super.getParameter(name);
        }
        List<String> werte = felder().get(name);
        return werte == null ? null : werte.get(0);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return istMehrteilig() ? Collections.enumeration(felder().keySet()) : super.getParameterNames();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        if (!istMehrteilig()) {
            return super.getParameterValues(name);
        }
        List<String> werte = felder().get(name);
        return werte == null ? null : werte.toArray(String[]::new);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (!istMehrteilig()) {
            return super.getParameterMap();
        }
        Map<String, String[]> karte = new LinkedHashMap<>();
        felder().forEach((name, werte) -> karte.put(name, werte.toArray(String[]::new)));
        return karte;
    }
}

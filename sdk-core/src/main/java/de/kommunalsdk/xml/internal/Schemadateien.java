/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xml.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/**
 * Resolves {@code xs:import} and {@code xs:include} from given files only: by the last part of the address, and an
 * import whose address is missing or not given by its namespace.
 */
public final class Schemadateien implements LSResourceResolver {

    /** A scheme that no URL handler knows: whatever is not in the map cannot be opened at all. */
    public static final String SCHEME = "kommunalsdk-schema";

    private final Map<String, byte[]> dateien;

    /** Uses the files of the map, key = file name without folders, or a namespace. */
    public Schemadateien(Map<String, byte[]> dateien) {
        this.dateien = Map.copyOf(dateien);
    }

    /** The system id of a file of the map. */
    public static String adresse(String dateiname) {
        return SCHEME + ":" + dateiname;
    }

    @Override
    public @Nullable LSInput resolveResource(
            String type,
            @Nullable String namespace,
            @Nullable String publicId,
            @Nullable String systemId,
            @Nullable String baseUri) {
        String name = systemId == null ? "" : dateiname(systemId);
        byte[] inhalt = dateien.get(name);
        if (inhalt == null && namespace != null) {
            name = namespace;
            inhalt = dateien.get(name);
        }
        return inhalt == null ? null : new Eingabe(adresse(name), inhalt);
    }

    private static String dateiname(String adresse) {
        return adresse.substring(Math.max(adresse.lastIndexOf('/'), adresse.lastIndexOf(':')) + 1);
    }

    private record Eingabe(String adresse, byte[] inhalt) implements LSInput {

        @Override
        public InputStream getByteStream() {
            return new ByteArrayInputStream(inhalt);
        }

        @Override
        public String getSystemId() {
            return adresse;
        }

        @Override
        public @Nullable Reader getCharacterStream() {
            return null;
        }

        @Override
        public @Nullable String getStringData() {
            return null;
        }

        @Override
        public @Nullable String getPublicId() {
            return null;
        }

        @Override
        public @Nullable String getBaseURI() {
            return null;
        }

        @Override
        public @Nullable String getEncoding() {
            return null;
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCharacterStream(Reader strom) {
            throw nurLesend();
        }

        @Override
        public void setByteStream(InputStream strom) {
            throw nurLesend();
        }

        @Override
        public void setStringData(String text) {
            throw nurLesend();
        }

        @Override
        public void setSystemId(String id) {
            throw nurLesend();
        }

        @Override
        public void setPublicId(String id) {
            throw nurLesend();
        }

        @Override
        public void setBaseURI(String uri) {
            throw nurLesend();
        }

        @Override
        public void setEncoding(String encoding) {
            throw nurLesend();
        }

        @Override
        public void setCertifiedText(boolean certified) {
            throw nurLesend();
        }

        private static UnsupportedOperationException nurLesend() {
            return new UnsupportedOperationException("read only");
        }
    }
}

/* SPDX-License-Identifier: EUPL-1.2 */
/** What stands behind {@link de.kommunalsdk.xml.SecureXml}: readers that count and a writer that checks. Nobody else comes in. */
@NullMarked
package de.kommunalsdk.xml.internal;

import org.jspecify.annotations.NullMarked;

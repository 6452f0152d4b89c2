/* SPDX-License-Identifier: EUPL-1.2 */
/** How a document is set: checked content, fonts, direction of writing, pictures, properties and attachments. */
@NullMarked
package de.kommunalsdk.pdf.internal;

import org.jspecify.annotations.NullMarked;

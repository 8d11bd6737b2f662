package org.citybrain.streaming.rows;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Bytes of a {@link Parcel} between tasks and in checkpoints; the leading version byte lets the form change. */
public final class ParcelSerializer extends TypeSerializerSingleton<Parcel> {
    /** The one instance. */
    public static final ParcelSerializer INSTANCE = new ParcelSerializer();

    private static final long serialVersionUID = 1L;
    private static final byte VERSION = 1;
    private static final Parcel.Kind[] KINDS = Parcel.Kind.values();

    @Override
    public void serialize(Parcel parcel, DataOutputView out) throws IOException {
        out.writeByte(VERSION);
        out.writeByte(parcel.kind().ordinal());
        out.writeUTF(parcel.resource());
        out.writeInt(parcel.lane());
        out.writeLong(parcel.sequence());
        writeBytes(out, parcel.batch());
        out.writeUTF(parcel.arrival().topic());
        out.writeInt(parcel.arrival().partition());
        out.writeLong(parcel.arrival().offset());
        out.writeLong(parcel.arrival().receivedAtMicros());
        out.writeUTF(parcel.reason());
        writeBytes(out, parcel.entry());
        out.writeInt(parcel.occurrences().length);
        for (int occurrence : parcel.occurrences()) {
            out.writeInt(occurrence);
        }
    }

    @Override
    public Parcel deserialize(DataInputView in) throws IOException {
        byte version = in.readByte();
        if (version != VERSION) {
            throw new IOException("Parcel version " + version + " is not known");
        }
        Parcel.Kind kind = KINDS[in.readByte()];
        String resource = in.readUTF();
        int lane = in.readInt();
        long sequence = in.readLong();
        byte[] batch = readBytes(in);
        Parcel.Arrival arrival = new Parcel.Arrival(in.readUTF(), in.readInt(), in.readLong(), in.readLong());
        String reason = in.readUTF();
        byte[] entry = readBytes(in);
        int[] occurrences = new int[in.readInt()];
        for (int i = 0; i < occurrences.length; i++) {
            occurrences[i] = in.readInt();
        }
        return new Parcel(kind, resource, lane, sequence, batch, arrival, reason, entry, occurrences);
    }

    private static void writeBytes(DataOutputView out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputView in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public Parcel createInstance() {
        return Parcel.word(Parcel.Kind.FLOWING, "", 0, 0, "", Parcel.NOTHING);
    }

    @Override
    public Parcel copy(Parcel from) {
        return from;
    }

    @Override
    public Parcel copy(Parcel from, Parcel reuse) {
        return from;
    }

    @Override
    public Parcel deserialize(Parcel reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public TypeSerializerSnapshot<Parcel> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a checkpoint remembers of this serializer. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Parcel> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}

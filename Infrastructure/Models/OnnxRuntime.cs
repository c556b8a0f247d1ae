using System.Runtime.InteropServices;
using System.Text;

namespace Restaurant.Infrastructure.Models;

/// <summary>
/// The few calls of ONNX Runtime's C API that an embedding model needs, bound by their place in the API's function table.
/// The table only ever grows at its end, so these places hold for every version from 1.4 on.
/// </summary>
internal sealed unsafe class OnnxRuntime : IDisposable
{
    private const uint ApiVersion = 4;
    private const int Warning = 2, OptimizeAll = 99, DeviceAllocator = 0, DefaultMemory = 0, Int64Tensor = 7, FloatTensor = 1;

    private readonly nint library;
    private readonly void** api;
    private readonly nint environment, session, memory;

    /// <exception cref="InvalidOperationException">The library or the model cannot be used; the message says why.</exception>
    public OnnxRuntime(string libraryPath, string modelPath, int threads)
    {
        library = NativeLibrary.Load(libraryPath);
        var apiBase = ((delegate* unmanaged[Cdecl]<void**>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        api = ((delegate* unmanaged[Cdecl]<uint, void**>)apiBase[0])(ApiVersion);
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)apiBase[1])()) ?? "";
        if (api == null)
            throw new InvalidOperationException($"ONNX Runtime {Version} at {libraryPath} is too old. Use 1.4 or newer.");

        nint options = 0;
        fixed (byte* name = Utf8("restaurant"), model = Utf8(modelPath))
        {
            Check(((delegate* unmanaged[Cdecl]<int, byte*, out nint, nint>)api[3])(Warning, name, out environment));
            Check(((delegate* unmanaged[Cdecl]<out nint, nint>)api[10])(out options));
            try
            {
                Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)api[23])(options, OptimizeAll));
                Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)api[24])(options, threads));
                Check(((delegate* unmanaged[Cdecl]<nint, byte*, nint, out nint, nint>)api[7])(environment, model, options, out session));
            }
            finally
            {
                ((delegate* unmanaged[Cdecl]<nint, void>)api[100])(options);
            }
        }

        Check(((delegate* unmanaged[Cdecl]<int, int, out nint, nint>)api[69])(DeviceAllocator, DefaultMemory, out memory));
        Inputs = Names(count: 30, name: 36);
        Outputs = Names(count: 31, name: 37);
    }

    public string Version { get; }

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<string> Outputs { get; }

    /// <summary>Runs the model on whole-number tensors of one shape and returns its first output with that output's shape.</summary>
    public (float[] Values, long[] Shape) Run(IReadOnlyList<(string Name, long[] Values)> inputs, long rows, long columns)
    {
        var pins = new List<GCHandle>();
        var tensors = new nint[inputs.Count];
        var names = new nint[inputs.Count];
        nint output = 0;
        try
        {
            var shape = stackalloc long[] { rows, columns };
            for (var index = 0; index < inputs.Count; index++)
            {
                names[index] = Pin(pins, Utf8(inputs[index].Name));
                var data = Pin(pins, inputs[index].Values);
                Check(((delegate* unmanaged[Cdecl]<nint, nint, nuint, long*, nuint, int, out nint, nint>)api[49])(
                    memory, data, (nuint)inputs[index].Values.Length * sizeof(long), shape, 2, Int64Tensor, out tensors[index]));
            }

            var outputName = Pin(pins, Utf8(Outputs[0]));
            fixed (nint* inputNames = names, inputTensors = tensors)
            {
                Check(((delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)api[9])(
                    session, 0, inputNames, inputTensors, (nuint)inputs.Count, &outputName, 1, &output));
            }

            return Read(output);
        }
        finally
        {
            foreach (var tensor in tensors.Append(output).Where(tensor => tensor != 0))
                ((delegate* unmanaged[Cdecl]<nint, void>)api[96])(tensor);
            foreach (var pin in pins)
                pin.Free();
        }
    }

    public void Dispose()
    {
        ((delegate* unmanaged[Cdecl]<nint, void>)api[94])(memory);
        ((delegate* unmanaged[Cdecl]<nint, void>)api[95])(session);
        ((delegate* unmanaged[Cdecl]<nint, void>)api[92])(environment);
    }

    private (float[] Values, long[] Shape) Read(nint tensor)
    {
        Check(((delegate* unmanaged[Cdecl]<nint, out nint, nint>)api[65])(tensor, out var info));
        try
        {
            Check(((delegate* unmanaged[Cdecl]<nint, out int, nint>)api[60])(info, out var type));
            if (type != FloatTensor)
                throw new InvalidOperationException("The model's first output is not 32-bit floats. Export the model with float32 outputs.");
            Check(((delegate* unmanaged[Cdecl]<nint, out nuint, nint>)api[61])(info, out var rank));
            var shape = new long[rank];
            fixed (long* dimensions = shape)
            {
                Check(((delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)api[62])(info, dimensions, rank));
            }

            Check(((delegate* unmanaged[Cdecl]<nint, out nint, nint>)api[51])(tensor, out var data));
            return (new ReadOnlySpan<float>((void*)data, checked((int)shape.Aggregate(1L, (left, right) => left * right))).ToArray(), shape);
        }
        finally
        {
            ((delegate* unmanaged[Cdecl]<nint, void>)api[99])(info);
        }
    }

    private string[] Names(int count, int name)
    {
        Check(((delegate* unmanaged[Cdecl]<nint, out nuint, nint>)api[count])(session, out var length));
        Check(((delegate* unmanaged[Cdecl]<out nint, nint>)api[78])(out var allocator));
        var names = new string[length];
        for (nuint index = 0; index < length; index++)
        {
            Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint, out nint, nint>)api[name])(session, index, allocator, out var text));
            names[index] = Marshal.PtrToStringUTF8(text) ?? "";
            Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)api[76])(allocator, text));
        }

        return names;
    }

    private void Check(nint status)
    {
        if (status == 0)
            return;
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint, nint>)api[2])(status));
        ((delegate* unmanaged[Cdecl]<nint, void>)api[93])(status);
        throw new InvalidOperationException($"ONNX Runtime {Version}: {message}");
    }

    private static nint Pin(List<GCHandle> pins, Array array)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        pins.Add(pin);
        return pin.AddrOfPinnedObject();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
